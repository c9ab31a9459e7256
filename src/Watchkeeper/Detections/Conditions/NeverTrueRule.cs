using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Detections.Conditions;

/// <summary>
/// Whether the rule of a composite alarm can never be true («PutCompositeAlarm» in the CloudWatch API reference), whatever its
/// alarms say. Such an alarm is silent. A rule that cannot be read counts as one that may be true.
/// </summary>
internal static class NeverTrueRule
{
    private const int MaxDepth = 100;

    /// <summary>Whether the value is such a rule.</summary>
    public static bool IsMetBy(JsonElement value) =>
        value.ValueKind is JsonValueKind.String && new Reader(JsonText.Read(value)).Read() is false;

    /// <summary>Evaluates the rule with three values: true, false, and null for what alarms decide.</summary>
    private ref struct Reader(string rule)
    {
        private readonly string rule = rule;
        private int at;
        private bool isUnreadable;

        public bool? Read()
        {
            var value = Either(0);
            return isUnreadable || Next().Length > 0 ? null : value;
        }

        private bool? Either(int depth)
        {
            var value = Both(depth);
            while (Takes("OR"))
                value |= Both(depth);
            return value;
        }

        private bool? Both(int depth)
        {
            var value = One(depth);
            while (Takes("AND"))
                value &= One(depth);
            return value;
        }

        private bool? One(int depth)
        {
            if (depth > MaxDepth)
            {
                isUnreadable = true;
                return null;
            }

            if (Takes("NOT"))
                return !One(depth + 1);
            if (Takes("TRUE"))
                return true;
            if (Takes("FALSE"))
                return false;
            if (Takes("("))
            {
                var value = Either(depth + 1);
                isUnreadable |= !Takes(")");
                return value;
            }

            // A function of alarms: its name, and what its parentheses hold.
            isUnreadable |= Word().Length == 0 || !SkipArguments();
            return null;
        }

        private bool SkipArguments()
        {
            var level = 0;
            var isQuoted = false;
            SkipSpace();
            for (; at < rule.Length; at++)
            {
                isQuoted ^= rule[at] == '"';
                if (isQuoted)
                    continue;
                level += rule[at] switch { '(' => 1, ')' => -1, _ => 0 };
                if (level == 0)
                    return rule[at++] == ')';
            }

            return false;
        }

        private bool Takes(string token)
        {
            var next = Next();
            if (!next.Equals(token, StringComparison.OrdinalIgnoreCase))
                return false;
            at += next.Length;
            return true;
        }

        private ReadOnlySpan<char> Word()
        {
            var next = Next();
            at += next.Length;
            return next;
        }

        private ReadOnlySpan<char> Next()
        {
            SkipSpace();
            var rest = rule.AsSpan(at);
            var length = 0;
            while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] is '_'))
                length++;
            return rest[..Math.Min(Math.Max(length, 1), rest.Length)];
        }

        private void SkipSpace()
        {
            while (at < rule.Length && char.IsWhiteSpace(rule[at]))
                at++;
        }
    }
}
