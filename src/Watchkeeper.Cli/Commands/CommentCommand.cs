using System.CommandLine;
using Watchkeeper.Incidents;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>comment ID TEXT</c>: adds a note to an incident.</summary>
internal static class CommentCommand
{
    public static Command Create()
    {
        var text = new Argument<string>("text") { Description = "The note; one line." };
        return ActCommand.Complete(
            new Command("comment", "Add a note to an active incident; those who were notified of it hear of the note.") { text },
            OperatorVerb.Comment,
            parsed => (parsed.GetRequiredValue(text), "the text"));
    }
}
