namespace Watchkeeper.Routing.Expressions;

/// <summary>An expression as instructions that go from one place of a value to the next.</summary>
internal sealed class ExpressionProgram
{
    private const int MaxLength = 50_000;

    private readonly List<Instruction> instructions = [new(InstructionKind.Match, 0, 0, null)];

    private ExpressionProgram()
    {
    }

    /// <summary>Where the program begins.</summary>
    public int Start { get; private set; }

    /// <summary>Number of instructions.</summary>
    public int Length => instructions.Count;

    private bool IsTooLong => instructions.Count > MaxLength;

    /// <summary>The instruction at this place.</summary>
    public Instruction this[int at] => instructions[at];

    /// <summary>The program of an expression; null if it is too long.</summary>
    public static ExpressionProgram? Compile(ExpressionNode node)
    {
        var program = new ExpressionProgram();
        program.Start = program.Add(node, 0);
        return program.IsTooLong ? null : program;
    }

    // Returns where the node begins; after it the program goes on at next.
    private int Add(ExpressionNode node, int next)
    {
        if (IsTooLong)
            return next;
        switch (node)
        {
            case SetNode set:
                return Emit(new(InstructionKind.Set, next, 0, set.Set));
            case AssertionNode assertion:
                return Emit(new(InstructionKind.Assertion, next, (int)assertion.Assertion, null));
            case CaptureNode capture:
                return Add(capture.Part, next);
            case SequenceNode sequence:
                for (var at = sequence.Parts.Count - 1; at >= 0; at--)
                    next = Add(sequence.Parts[at], next);
                return next;
            case ChoiceNode choice:
                var start = Add(choice.Alternatives[^1], next);
                for (var at = choice.Alternatives.Count - 2; at >= 0; at--)
                    start = Emit(new(InstructionKind.Split, Add(choice.Alternatives[at], next), start, null));
                return start;
            case RepeatNode { Quantifier: var quantifier, Part: var part }:
                return quantifier.Max < 0 ? AddUnbounded(part, quantifier.Min, next) : AddBounded(part, quantifier, next);
            default:
                return next;
        }
    }

    private int AddUnbounded(ExpressionNode part, int min, int next)
    {
        var loop = Emit(new(InstructionKind.Split, next, next, null));
        var body = Add(part, loop);
        instructions[loop] = new(InstructionKind.Split, body, next, null);
        var start = min == 0 ? loop : body;
        for (var copies = 1; copies < min && !IsTooLong; copies++)
            start = Add(part, start);
        return start;
    }

    private int AddBounded(ExpressionNode part, Quantifier quantifier, int next)
    {
        var start = next;
        for (var copies = quantifier.Min; copies < quantifier.Max && !IsTooLong; copies++)
            start = Emit(new(InstructionKind.Split, Add(part, start), next, null));
        for (var copies = 0; copies < quantifier.Min && !IsTooLong; copies++)
            start = Add(part, start);
        return start;
    }

    private int Emit(Instruction instruction)
    {
        instructions.Add(instruction);
        return instructions.Count - 1;
    }
}
