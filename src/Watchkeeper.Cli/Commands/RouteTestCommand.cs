using System.CommandLine;
using Watchkeeper.Cli.Files;
using Watchkeeper.Cli.Routes;
using Watchkeeper.Cli.Usage;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>route test</c>: which receivers get an incident with these labels.</summary>
internal static class RouteTestCommand
{
    public static Command Create()
    {
        var config = new Option<string>("--config")
        {
            Description = "The configuration file; - is standard input.",
            HelpName = "path",
        };
        var labels = new Argument<string[]>("label=value")
        {
            Description = "The labels, such as severity=critical service=orders.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        labels.Validators.Add(UsageErrors.RefuseOptions);
        var expect = new Option<string?>("--expect")
        {
            Description = "The receivers that you expect, separated by commas, in order: exit code 1 if others are found.",
            HelpName = "receivers",
        };
        var batch = new Option<bool>("--batch")
        {
            Description = "Read one {\"config\":PATH,\"labels\":{…}} per line from standard input, with \"at\":TIME and "
                + "\"firing\":[{…}] if you like; print one line each.",
        };
        var output = OutputOption.Create();
        var command = new Command(
            "test", "Print the receivers of an incident with these labels, separated by commas, as Alertmanager's amtool does.")
        {
            labels, config, expect, batch, output,
        };
        command.Validators.Add(result =>
        {
            var isBatch = result.GetResult(batch) is not null && result.GetValue(batch);
            if (isBatch && (result.GetResult(config) is not null || result.GetValue(labels) is { Length: > 0 }
                || result.GetResult(expect) is not null))
            {
                result.AddError("Give --batch alone: each line names its file and labels.");
            }
            else if (!isBatch && result.GetResult(config) is null)
            {
                result.AddError("Give --config with the configuration file, or --batch.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var asJson = parsed.IsJson(output);
            if (parsed.GetValue(batch))
                return await AnswerLinesAsync(asJson, cancellationToken);
            var screen = Asked.Screen();
            return await Asked.TryAsync(screen, () => Task.FromResult(new RouteTest(screen, Clock.System).Run(
                parsed.GetRequiredValue(config), parsed.GetValue(labels) ?? [], parsed.GetValue(expect), asJson)));
        });
        return command;
    }

    private static async Task<int> AnswerLinesAsync(bool asJson, CancellationToken cancellationToken)
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        var line = new RouteBatchLine(Clock.System);
        var batch = new LineBatch((text, number, answers) => line.Answer(text, number, answers, asJson));
        await batch.RunAsync(input, output, cancellationToken);
        if (batch.InvalidLines == 0)
            return ExitCode.Done;
        await Console.Error.WriteLineAsync($"{batch.InvalidLines} of {batch.Lines} lines were invalid");
        return ExitCode.BadUsage;
    }
}
