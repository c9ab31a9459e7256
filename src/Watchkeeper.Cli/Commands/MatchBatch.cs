using Watchkeeper.Cli.Files;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>match --batch</c>: answers each line with whether its event matches its pattern.</summary>
internal static class MatchBatch
{
    public static LineBatch Create(bool asJson)
    {
        var line = new MatchLine();
        return new LineBatch((text, number, answers) =>
        {
            var answer = line.Answer(text);
            var isValid = answer.Error is null;
            (isValid ? answer : answer with { Line = number }).WriteLine(answers, asJson);
            return isValid;
        });
    }
}
