using System.Globalization;
using System.Text;

namespace Amazon.Lambda.Core;

/// <summary>Log templates: names in braces stand for values by position; doubled braces are braces.</summary>
internal static class MessageTemplate
{
    /// <summary>The template with its values in place; a name without a value stays as it was written.</summary>
    internal static string Fill(string template, object[] args)
    {
        if (args is not { Length: > 0 } || string.IsNullOrEmpty(template))
            return template;

        var text = new StringBuilder(template.Length + 32);
        var used = 0;
        for (var at = 0; at < template.Length; at++)
        {
            var close = template[at] == '{' ? template.IndexOf('}', at) : -1;
            if (IsDoubled(template, at))
            {
                text.Append(template[at++]);
            }
            else if (close < 0 || used == args.Length)
            {
                text.Append(template[at]);
            }
            else
            {
                text.Append(Convert.ToString(args[used++], CultureInfo.InvariantCulture));
                at = close;
            }
        }

        return text.ToString();
    }

    private static bool IsDoubled(string template, int at) =>
        template[at] is '{' or '}' && at + 1 < template.Length && template[at + 1] == template[at];
}
