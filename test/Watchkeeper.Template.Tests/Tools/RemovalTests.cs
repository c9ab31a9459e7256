using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Cli.Emulators;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Template.Tests.Tools;

/// <summary>
/// The README's commands to remove a stack, run by the AWS CLI against moto, which creates the stack from the expanded template.
/// `sam delete` is left out, because moto's removal does not retain resources.
/// </summary>
public sealed class RemovalTests : IAsyncLifetime
{
    private const string AwsQueues = "https://sqs.us-east-1.amazonaws.com";
    private static readonly Tool Bash = new("bash", "bash");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("removal-");
    private MotoServer moto = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => moto = await MotoServer.StartAsync(Emulated.Options, Token);

    public async ValueTask DisposeAsync()
    {
        await moto.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_removal_leaves_nothing_that_the_README_says_it_deletes()
    {
        await DeployAsync();
        var script = ReadmeSection.Read("Remove it").Script;

        await RunAsync(string.Join('\n', script.Split('\n').Where(line => !line.StartsWith("sam ", StringComparison.Ordinal))));

        (await ListAsync("dynamodb list-tables", "TableNames")).ShouldBeEmpty();
        // The stack's own removal deletes the queue of timers.
        (await ListAsync("sqs list-queues", "QueueUrls")).ShouldAllBe(queue => queue.Contains("TimerQueue", StringComparison.Ordinal));
        var buckets = await ListAsync("s3api list-buckets", "Buckets[].Name");
        buckets.Length.ShouldBe(3, "the one for the code, the trail's and the failures'");
        foreach (var bucket in buckets.Where(name => name != "bucket"))
            (await ListAsync($"s3api get-bucket-lifecycle-configuration --bucket {bucket}", "Rules[].ID")).ShouldBe(["empty"]);
        // moto cannot describe a key of a stack; the command's success shows that it accepted the request.
        (await File.ReadAllTextAsync(Path.Combine(folder.FullName, "kept.txt"), Token)).ShouldContain("AWS::KMS::Key");
    }

    // One output is an attribute of a resource that moto does not create.
    private async Task DeployAsync()
    {
        using var template = await DecidedTemplate.OfAsync();
        var document = JsonNode.Parse(await File.ReadAllTextAsync(template.Path, Token))!;
        document["Outputs"]!.AsObject().Remove("TrailArn").ShouldBeTrue();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "template.json"), document.ToJsonString(), Token);
        await RunAsync("""
            aws s3 mb s3://bucket
            python3 -c 'import zipfile; zipfile.ZipFile("bootstrap.zip", "w").writestr("bootstrap", "")'
            aws s3 cp bootstrap.zip s3://bucket/bootstrap.zip
            aws cloudformation create-stack --stack-name watchkeeper --capabilities CAPABILITY_IAM --template-body file://template.json
            """);
    }

    private async Task<string[]> ListAsync(string command, string query) =>
        JsonSerializer.Deserialize<string[]>((await RunAsync($"aws {command} --query '{query} || `[]`' --output json")).Output)!;

    // AWS CLI 1 accepts an SQS endpoint only as an option, and moto's stacks name queues by AWS's address.
    private async Task<ToolResult> RunAsync(string script)
    {
        var result = await Bash.RunAsync(
            folder.FullName, "-euo", "pipefail", "-c", $$"""
            export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_DEFAULT_REGION=us-east-1 ENDPOINT={{moto.ServiceUrl}}
            mkdir -p tools
            printf '%s\n' '#!/bin/bash' 'queues={{AwsQueues}}' "exec $(command -v aws) --endpoint-url $ENDPOINT \"\${@//\$queues/$ENDPOINT}\"" > tools/aws
            chmod +x tools/aws
            export PATH="$PWD/tools:$PATH"
            {{script}}
            """);
        result.ExitCode.ShouldBe(0, result.Errors);
        return result;
    }
}
