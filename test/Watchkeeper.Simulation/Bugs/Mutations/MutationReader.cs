using System.Collections.Immutable;

namespace Watchkeeper.Simulation.Bugs.Mutations;

/// <summary>
/// Reads a mutation's file: one line says what it does wrong; then, as often as needed, <c>@ Type.Member</c>, the code to find
/// after <c>-</c> and the code to put in its place after <c>+</c>.
/// </summary>
internal sealed class MutationReader
{
    private readonly ImmutableArray<Edit>.Builder edits = ImmutableArray.CreateBuilder<Edit>();
    private readonly List<string> find = [];
    private readonly List<string> put = [];
    private MemberPath? member;

    private MutationReader()
    {
    }

    /// <summary>Reads one mutation.</summary>
    /// <exception cref="MutationException">The text does not follow the format.</exception>
    public static Mutation Read(string name, string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var number = 1;
        try
        {
            if (lines[0].Length == 0 || lines[0][0] is '@' or '-' or '+')
                throw new FormatException("the first line says what is done wrong");
            var reader = new MutationReader();
            for (number = 2; number <= lines.Length; number++)
                reader.Take(lines[number - 1]);
            reader.EndEdit();
            return reader.edits.Count == 0
                ? throw new FormatException("nothing is changed: write @ Type.Member, - what to find, + what to put there")
                : new Mutation(name, lines[0], reader.edits.ToImmutable());
        }
        catch (FormatException wrong)
        {
            throw new MutationException(
                FormattableString.Invariant(
                    $"{name}{Mutation.Extension}, line {Math.Min(number, lines.Length)}: {wrong.Message}"));
        }
    }

    private void Take(string line)
    {
        switch (line.Length == 0 ? ' ' : line[0])
        {
            case '@':
                EndEdit();
                member = MemberPath.Parse(line[1..].Trim());
                break;
            case '-':
                if (put.Count > 0)
                    EndEdit();
                find.Add(line[1..]);
                break;
            case '+' when find.Count > 0:
                put.Add(line[1..]);
                break;
            case '+':
                throw new FormatException("+ stands without a - before it: write what to find");
            case ' ' when string.IsNullOrWhiteSpace(line):
                EndEdit();
                break;
            default:
                throw new FormatException("a line begins with @, - or +");
        }
    }

    private void EndEdit()
    {
        if (find.Count == 0)
            return;
        if (member is null)
            throw new FormatException("- stands before the first @ Type.Member");
        var edit = new Edit(member, Code(find), Code(put));
        if (edit.Find.Tokens.IsEmpty)
            throw new FormatException("there is no code to find");
        if (edit.Find.IsSameCode(edit.Put))
            throw new FormatException("what to find and what to put there are the same");
        edits.Add(edit);
        find.Clear();
        put.Clear();
    }

    private static Fragment Code(IEnumerable<string> lines) => Fragment.Parse(string.Join('\n', lines).Trim());
}
