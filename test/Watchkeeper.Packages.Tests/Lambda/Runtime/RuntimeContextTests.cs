using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Shouldly;
using Xunit;

namespace Watchkeeper.Packages.Tests.Lambda.Runtime;

[Collection("one loop at a time: the trace id is a variable of the process")]
public sealed class RuntimeContextTests : IAsyncDisposable
{
    private const string Trace = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";

    private readonly ScriptedRuntimeApi api = new();

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Fact]
    public async Task The_context_holds_the_values_of_the_headers()
    {
        var context = await ServeOneAsync(
            context => context,
            ("Lambda-Runtime-Aws-Request-Id", "8476a536"),
            ("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-1:111122223333:function:notify:live"),
            ("Lambda-Runtime-Trace-Id", Trace),
            ("Lambda-Runtime-Aws-Tenant-Id", "shop"));

        context.AwsRequestId.ShouldBe("8476a536");
        context.InvokedFunctionArn.ShouldBe("arn:aws:lambda:eu-west-1:111122223333:function:notify:live");
        context.TraceId.ShouldBe(Trace);
        context.TenantId.ShouldBe("shop");
    }

    [Fact]
    public async Task The_context_holds_the_values_of_the_variables()
    {
        Environment.SetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME", "notify");
        Environment.SetEnvironmentVariable("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        Environment.SetEnvironmentVariable("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/notify");
        Environment.SetEnvironmentVariable("AWS_LAMBDA_LOG_STREAM_NAME", "2026/11/24/[$LATEST]1");

        var context = await ServeOneAsync(context => context);

        context.FunctionName.ShouldBe("notify");
        context.FunctionVersion.ShouldBe("$LATEST");
        context.LogGroupName.ShouldBe("/aws/lambda/notify");
        context.LogStreamName.ShouldBe("2026/11/24/[$LATEST]1");
    }

    [Fact]
    public async Task Time_runs_down_to_the_deadline()
    {
        var deadline = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds();

        var remaining = await ServeOneAsync(
            context => context.RemainingTime, ("Lambda-Runtime-Deadline-Ms", FormattableString.Invariant($"{deadline}")));

        remaining.ShouldBeLessThanOrEqualTo(TimeSpan.FromHours(1));
        remaining.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_deadline_in_the_past_leaves_a_negative_time() =>
        (await ServeOneAsync(context => context.RemainingTime, ("Lambda-Runtime-Deadline-Ms", "1000")))
            .ShouldBeLessThan(TimeSpan.Zero);

    [Fact]
    public async Task The_trace_id_is_where_the_SDK_and_code_without_a_context_look_for_it()
    {
        var (variable, provider) = await ServeOneAsync(
            _ => (Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"), LambdaTraceProvider.CurrentTraceId),
            ("Lambda-Runtime-Trace-Id", Trace));

        variable.ShouldBe(Trace);
        provider.ShouldBe(Trace);
    }

    [Fact]
    public async Task The_trace_id_of_one_invocation_does_not_stay_for_the_next()
    {
        await ServeOneAsync(context => context, ("Lambda-Runtime-Trace-Id", Trace));

        (await ServeOneAsync(_ => LambdaTraceProvider.CurrentTraceId)).ShouldBeNull();
    }

    [Fact]
    public async Task The_client_context_is_read()
    {
        const string json =
            """
            {"client":{"app_title":"Shop","app_version_name":"1.2","installation_id":"i-1"},"custom":{"till":"7","n":3},"env":{"locale":"zh-CN"}}
            """;

        var context = (await ServeOneAsync(context => context.ClientContext, ("Lambda-Runtime-Client-Context", json)))!;

        context.Client.AppTitle.ShouldBe("Shop");
        context.Client.AppVersionName.ShouldBe("1.2");
        context.Client.InstallationId.ShouldBe("i-1");
        context.Client.AppPackageName.ShouldBeNull();
        context.Custom.ShouldBe(new Dictionary<string, string>(StringComparer.Ordinal) { ["till"] = "7", ["n"] = "3" });
        context.Environment["locale"].ShouldBe("zh-CN");
    }

    [Fact]
    public async Task Without_a_client_context_its_parts_are_null()
    {
        var context = await ServeOneAsync(context => context.ClientContext);

        context.Client.ShouldBeNull();
        context.Custom.ShouldBeNull();
        context.Environment.ShouldBeNull();
    }

    [Fact]
    public async Task The_cognito_identity_is_read()
    {
        var identity = await ServeOneAsync(
            context => context.Identity,
            ("Lambda-Runtime-Cognito-Identity", """{"cognitoIdentityId":"eu-west-1:a","cognitoIdentityPoolId":"eu-west-1:b"}"""));

        identity.IdentityId.ShouldBe("eu-west-1:a");
        identity.IdentityPoolId.ShouldBe("eu-west-1:b");
    }

    [Fact]
    public async Task Without_a_cognito_identity_its_ids_are_null()
    {
        var identity = await ServeOneAsync(context => context.Identity);

        identity.IdentityId.ShouldBeNull();
        identity.IdentityPoolId.ShouldBeNull();
    }

    private async Task<T> ServeOneAsync<T>(Func<ILambdaContext, T> look, params (string Name, string Value)[] headers)
    {
        var seen = new TaskCompletionSource<T>();
        await using var loop = new RunningLoop(
            api, LambdaBootstrapBuilder.Create((ILambdaContext context) => seen.SetResult(look(context))));
        api.Queue("{}", headers);
        await api.CallAsync();
        return await seen.Task;
    }
}
