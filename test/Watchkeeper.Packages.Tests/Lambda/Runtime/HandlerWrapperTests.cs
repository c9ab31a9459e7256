using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Shouldly;
using Xunit;

namespace Watchkeeper.Packages.Tests.Lambda.Runtime;

[Collection("one loop at a time: the trace id is a variable of the process")]
public sealed class HandlerWrapperTests : IAsyncDisposable
{
    private static readonly SourceGeneratorLambdaJsonSerializer<LambdaTestJson> Json = new();

    private readonly ScriptedRuntimeApi api = new();

    public static TheoryData<string, HandlerWrapper, string> Signatures() => new()
    {
        { "task", HandlerWrapper.GetHandlerWrapper(() => Task.CompletedTask), "" },
        { "stream → task", HandlerWrapper.GetHandlerWrapper((Stream s) => s.CopyToAsync(Stream.Null)), "" },
        { "value → task", HandlerWrapper.GetHandlerWrapper<Order>(_ => Task.CompletedTask, Json), "" },
        { "context → task", HandlerWrapper.GetHandlerWrapper((ILambdaContext _) => Task.CompletedTask), "" },
        { "stream, context → task", HandlerWrapper.GetHandlerWrapper((Stream _, ILambdaContext _) => Task.CompletedTask), "" },
        { "value, context → task", HandlerWrapper.GetHandlerWrapper<Order>((_, _) => Task.CompletedTask, Json), "" },
        { "task of stream", HandlerWrapper.GetHandlerWrapper(() => Task.FromResult<Stream>(Text("s"))), "s" },
        { "stream → task of stream", HandlerWrapper.GetHandlerWrapper((Stream s) => Task.FromResult(s)), """{"id":"7"}""" },
        {
            "value → task of stream", HandlerWrapper.GetHandlerWrapper((Order o) => Task.FromResult<Stream>(Text(o.Id)), Json),
            "7"
        },
        {
            "context → task of stream",
            HandlerWrapper.GetHandlerWrapper((ILambdaContext c) => Task.FromResult<Stream>(Text(c.AwsRequestId))), "r"
        },
        {
            "stream, context → task of stream",
            HandlerWrapper.GetHandlerWrapper((Stream s, ILambdaContext _) => Task.FromResult(s)), """{"id":"7"}"""
        },
        {
            "value, context → task of stream",
            HandlerWrapper.GetHandlerWrapper(
                (Order o, ILambdaContext c) => Task.FromResult<Stream>(Text(o.Id + c.AwsRequestId)), Json),
            "7r"
        },
        { "task of value", HandlerWrapper.GetHandlerWrapper(() => Task.FromResult(new Order("8")), Json), """{"Id":"8"}""" },
        {
            "stream → task of value", HandlerWrapper.GetHandlerWrapper((Stream _) => Task.FromResult(new Order("8")), Json),
            """{"Id":"8"}"""
        },
        {
            "value → task of value", HandlerWrapper.GetHandlerWrapper((Order o) => Task.FromResult(new Order(o.Id + "!")), Json),
            """{"Id":"7!"}"""
        },
        {
            "context → task of value",
            HandlerWrapper.GetHandlerWrapper((ILambdaContext c) => Task.FromResult(new Order(c.AwsRequestId)), Json),
            """{"Id":"r"}"""
        },
        {
            "stream, context → task of value",
            HandlerWrapper.GetHandlerWrapper((Stream _, ILambdaContext c) => Task.FromResult(new Order(c.AwsRequestId)), Json),
            """{"Id":"r"}"""
        },
        {
            "value, context → task of value",
            HandlerWrapper.GetHandlerWrapper((Order o, ILambdaContext _) => Task.FromResult(o), Json), """{"Id":"7"}"""
        },
        { "a null value", HandlerWrapper.GetHandlerWrapper((Order _) => Task.FromResult<Order?>(null), Json), "null" },
        { "action", HandlerWrapper.GetHandlerWrapper(() => { }), "" },
        { "stream", HandlerWrapper.GetHandlerWrapper((Stream _) => { }), "" },
        { "value", HandlerWrapper.GetHandlerWrapper<Order>(_ => { }, Json), "" },
        { "context", HandlerWrapper.GetHandlerWrapper((ILambdaContext _) => { }), "" },
        { "stream, context", HandlerWrapper.GetHandlerWrapper((Stream _, ILambdaContext _) => { }), "" },
        { "value, context", HandlerWrapper.GetHandlerWrapper<Order>((_, _) => { }, Json), "" },
        { "→ stream", HandlerWrapper.GetHandlerWrapper(() => Text("s")), "s" },
        { "stream → stream", HandlerWrapper.GetHandlerWrapper((Stream s) => s), """{"id":"7"}""" },
        { "value → stream", HandlerWrapper.GetHandlerWrapper((Order o) => (Stream)Text(o.Id), Json), "7" },
        { "context → stream", HandlerWrapper.GetHandlerWrapper((ILambdaContext c) => Text(c.AwsRequestId)), "r" },
        { "stream, context → stream", HandlerWrapper.GetHandlerWrapper((Stream s, ILambdaContext _) => s), """{"id":"7"}""" },
        {
            "value, context → stream",
            HandlerWrapper.GetHandlerWrapper((Order o, ILambdaContext c) => (Stream)Text(o.Id + c.AwsRequestId), Json), "7r"
        },
        { "→ value", HandlerWrapper.GetHandlerWrapper(() => new Order("8"), Json), """{"Id":"8"}""" },
        { "stream → value", HandlerWrapper.GetHandlerWrapper((Stream _) => new Order("8"), Json), """{"Id":"8"}""" },
        { "value → value", HandlerWrapper.GetHandlerWrapper((Order o) => new Order(o.Id + "!"), Json), """{"Id":"7!"}""" },
        {
            "context → value", HandlerWrapper.GetHandlerWrapper((ILambdaContext c) => new Order(c.AwsRequestId), Json),
            """{"Id":"r"}"""
        },
        {
            "stream, context → value",
            HandlerWrapper.GetHandlerWrapper((Stream _, ILambdaContext c) => new Order(c.AwsRequestId), Json), """{"Id":"r"}"""
        },
        { "value, context → value", HandlerWrapper.GetHandlerWrapper((Order o, ILambdaContext _) => o, Json), """{"Id":"7"}""" },
        {
            "writes to the stream it is given",
            HandlerWrapper.GetHandlerWrapper((Stream s, ILambdaContext _, MemoryStream output) => s.CopyTo(output)),
            """{"id":"7"}"""
        },
    };

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Theory]
    [MemberData(nameof(Signatures), DisableDiscoveryEnumeration = true)]
    public async Task A_handler_of_any_usual_signature_runs(string signature, HandlerWrapper wrapper, string answer)
    {
        using (wrapper)
            (await CallAsync(wrapper, """{"id":"7"}""")).ShouldBe(("invocation/r/response", answer), signature);
    }

    [Fact]
    public async Task A_short_answer_after_a_long_one_has_no_rest_of_it()
    {
        using var wrapper = HandlerWrapper.GetHandlerWrapper((Order o) => o, Json);

        await CallAsync(wrapper, """{"id":"a long one"}""");
        (await CallAsync(wrapper, """{"id":"1"}""")).Body.ShouldBe("""{"Id":"1"}""");
    }

    [Fact]
    public async Task A_payload_of_another_type_fails_the_invocation()
    {
        using var wrapper = HandlerWrapper.GetHandlerWrapper((Order o) => o, Json);

        var (path, body) = await CallAsync(wrapper, "no JSON");

        path.ShouldBe("invocation/r/error");
        body.ShouldContain(nameof(JsonSerializerException));
    }

    [Fact]
    public async Task The_context_hands_on_the_serializer()
    {
        ILambdaSerializer? seen = null;
        using var wrapper = HandlerWrapper.GetHandlerWrapper<Order>((_, context) => { seen = context.Serializer; }, Json);

        await CallAsync(wrapper, """{"id":"7"}""");

        seen.ShouldBeSameAs(Json);
    }

    /// <summary>The request that the loop around the handler sends for a payload.</summary>
    private async Task<(string Path, string Body)> CallAsync(HandlerWrapper wrapper, string payload)
    {
        await using var loop = new RunningLoop(api, wrapper);
        api.Queue(payload, ("Lambda-Runtime-Aws-Request-Id", "r"));
        var call = await api.CallAsync();
        return (call.Path, call.Body);
    }

    private static MemoryStream Text(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));
}
