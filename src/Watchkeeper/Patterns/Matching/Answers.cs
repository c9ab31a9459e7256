namespace Watchkeeper.Patterns.Matching;

/// <summary>Caches the answers to yes-or-no questions with two numbers, so that none is computed twice.</summary>
internal sealed class Answers(int rows, int columns)
{
    private readonly byte[]?[] answers = new byte[rows][];

    public bool? Known(int row, int column) => answers[row]?[column] switch
    {
        null or 0 => null,
        var answer => answer == 1,
    };

    public bool Keep(int row, int column, bool answer)
    {
        (answers[row] ??= new byte[columns])[column] = answer ? (byte)1 : (byte)2;
        return answer;
    }
}
