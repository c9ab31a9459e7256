using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace Watchkeeper.Testing;

/// <summary>
/// A distinctive text that a test puts into a secret and then looks for in everything that was written: as it is, in other cases
/// and encodings, and inside mails. Only the address of a message may hold it: a mail's address line, a publication's topic.
/// </summary>
/// <param name="Text">ASCII letters, digits and hyphens, twelve or more of them.</param>
public sealed partial record Canary(string Text)
{
    /// <summary>Whether a text holds the canary.</summary>
    public bool IsIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Forms().Any(form => text.Contains(form, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The files below a folder that hold the canary; the own address of a message does not count.</summary>
    public ImmutableArray<string> FilesIn(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(IsInFile).Order(StringComparer.Ordinal)];

    private bool IsInFile(string path) => IsIn(Path.GetExtension(path) switch
    {
        ".eml" => WithoutRecipient(path),
        ".json" => Topic().Replace(Encoding.Latin1.GetString(File.ReadAllBytes(path)), ""),
        _ => Encoding.Latin1.GetString(File.ReadAllBytes(path)),
    });

    private static string WithoutRecipient(string path)
    {
        using var mail = MimeMessage.Load(path);
        mail.To.Clear();
        using var bytes = new MemoryStream();
        mail.WriteTo(bytes);
        return $"{Encoding.Latin1.GetString(bytes.ToArray())}\n{mail.Subject}\n{mail.TextBody}\n{mail.HtmlBody}";
    }

    // A publication's first member, before all that comes from the message.
    [GeneratedRegex("""\A\s*\{\s*"TopicArn": *"[^"]*",""", RegexOptions.NonBacktracking)]
    private static partial Regex Topic();

    private IEnumerable<string> Forms()
    {
        yield return Text;
        yield return Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(Text));
        yield return Convert.ToHexString(Encoding.UTF8.GetBytes(Text));
        for (var before = 0; before < 3; before++)
        {
            // The characters at both ends depend on the neighbours.
            var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('x', before) + Text));
            yield return base64[4..(((before + Text.Length) / 3 * 4) - 4)];
        }
    }
}
