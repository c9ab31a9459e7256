using System.Text;

namespace Watchkeeper.Routing.Expressions;

/// <summary>
/// Runs a program over a value, at all its possible places at once: time is at most the product of the two lengths. The places
/// after
/// a character are marked with its number, so that each is entered once.
/// </summary>
internal ref struct ProgramRun
{
    // Before the first character and after the last.
    private const int None = -1;

    private readonly ExpressionProgram program;
    private readonly Span<int> marks;
    private readonly Span<int> pending;
    private Span<int> current;
    private Span<int> following;
    private int count;
    private int step;

    /// <summary>A run with memory of four times the program's length, all zero.</summary>
    public ProgramRun(ExpressionProgram program, Span<int> memory)
    {
        this.program = program;
        var length = program.Length;
        marks = memory[..length];
        pending = memory.Slice(length, length);
        current = memory.Slice(2 * length, length);
        following = memory.Slice(3 * length, length);
    }

    /// <summary>Whether the program matches from the beginning of the value. A lone surrogate counts as U+FFFD.</summary>
    public bool IsMatch(string value)
    {
        var runes = value.EnumerateRunes();
        var before = None;
        var next = Next(ref runes);
        current[count++] = program.Start;
        while (count > 0)
        {
            step++;
            var places = count;
            count = 0;
            // Each place has taken the character before.
            for (var at = 0; at < places; at++)
            {
                if (Enter(current[at], before, next))
                    return true;
            }

            if (next == None)
                return false;
            Take(next);
            before = next;
            next = Next(ref runes);
        }

        return false;
    }

    // Keeps, of the places in following, those that take the character, as what follows them in current.
    private void Take(int character)
    {
        var taken = 0;
        for (var at = 0; at < count; at++)
        {
            var instruction = program[following[at]];
            if (instruction.Set!.Contains(character))
                current[taken++] = instruction.Next;
        }

        count = taken;
    }

    // Goes on without a character, and puts the places that need one into following; whether the program ends here.
    private bool Enter(int place, int before, int next)
    {
        var left = 0;
        Push(place, ref left);
        while (left > 0)
        {
            var at = pending[--left];
            var instruction = program[at];
            switch (instruction.Kind)
            {
                case InstructionKind.Match:
                    return true;
                case InstructionKind.Set:
                    following[count++] = at;
                    break;
                case InstructionKind.Split:
                    Push(instruction.Other, ref left);
                    Push(instruction.Next, ref left);
                    break;
                default:
                    if (Holds(instruction.Assertion, before, next))
                        Push(instruction.Next, ref left);
                    break;
            }
        }

        return false;
    }

    private readonly void Push(int place, ref int left)
    {
        if (marks[place] == step)
            return;
        marks[place] = step;
        pending[left++] = place;
    }

    private static int Next(ref StringRuneEnumerator runes) => runes.MoveNext() ? runes.Current.Value : None;

    private static bool Holds(ExpressionAssertion assertion, int before, int next) => assertion switch
    {
        ExpressionAssertion.TextStart => before == None,
        ExpressionAssertion.TextEnd => next == None,
        ExpressionAssertion.LineStart => before is None or '\n',
        ExpressionAssertion.LineEnd => next is None or '\n',
        ExpressionAssertion.WordBoundary => IsWord(before) != IsWord(next),
        _ => IsWord(before) == IsWord(next),
    };

    private static bool IsWord(int character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
}
