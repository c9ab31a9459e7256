using Watchkeeper.Cli.Asking;
using Watchkeeper.Muting;

namespace Watchkeeper.Cli.Silencing;

/// <summary>What is wrong with a silence, in the words of the command line.</summary>
internal static class SilenceProblemText
{
    /// <summary>Notes each problem or warning.</summary>
    public static void Note(Screen screen, IEnumerable<SilenceProblem> problems)
    {
        foreach (var problem in problems)
            screen.Note(Of(problem));
    }

    /// <summary>One line: <c>--for is «2x»: expected …</c></summary>
    public static string Of(SilenceProblem problem) => $"{NameOf(problem)} {problem.Reason}";

    private static string NameOf(SilenceProblem problem) => problem.Field switch
    {
        SilenceField.Matchers => problem.Reason.StartsWith('«') ? "matcher" : "the matchers",
        SilenceField.Everything => "--everything",
        SilenceField.From => "--from",
        SilenceField.For => "--for",
        SilenceField.Until => "--until",
        SilenceField.Reason => "--reason",
        _ => "the owner's name",
    };
}
