namespace Watchkeeper.Routing.Expressions;

/// <summary>
/// A regular expression over whole label values, with the meaning it has in Alertmanager 0.25, whose Unicode version is 13. Runs
/// in
/// linear time.
/// </summary>
internal sealed class ValueExpression
{
    private const int MaxOnStack = 1024;

    private readonly ExpressionProgram program;

    private ValueExpression(ExpressionProgram program) => this.program = program;

    /// <summary>Compiles the expression; null with the reason if it is invalid or not supported.</summary>
    public static ValueExpression? Compile(string expression, out string reason)
    {
        if (ExpressionParser.Parse(expression, out reason) is not { } node)
            return null;
        if (ExpressionProgram.Compile(node) is { } program)
            return new ValueExpression(program);
        reason = "the expression is too large; use fewer or smaller repetitions";
        return null;
    }

    /// <summary>Whether the whole value matches.</summary>
    public bool IsMatch(string value)
    {
        var length = 4 * program.Length;
        return new ProgramRun(program, length > MaxOnStack ? new int[length] : stackalloc int[length]).IsMatch(value);
    }
}
