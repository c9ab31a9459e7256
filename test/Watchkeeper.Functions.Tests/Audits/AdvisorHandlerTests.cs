using System.Text;
using System.Text.Json;
using Amazon.Lambda.TestUtilities;
using Shouldly;
using Watchkeeper.Audits;
using Watchkeeper.Functions.Audits;
using Watchkeeper.Functions.Handlers;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Functions.Schedules;
using Watchkeeper.Functions.Tests.Schedules;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Functions.Tests.Audits;

public sealed class AdvisorHandlerTests : IDisposable
{
    private static readonly AuditCheck Check = new("c1", "Some Check", "security", []);
    private readonly World world = new();
    private readonly MemoryStream lines = new();
    private readonly InMemoryDeadLetters deadLetters = new();

    public void Dispose()
    {
        world.Dispose();
        lines.Dispose();
    }

    [Fact]
    public async Task A_finding_becomes_an_incident_of_the_account_of_the_function()
    {
        var answer = await HandleAsync(new OneCheck(OneFinding));

        answer.GetProperty("signals").GetInt32().ShouldBe(1);
        answer.GetProperty("read").GetInt32().ShouldBe(1);
        var fingerprint = AuditFingerprint.Create("123456789012", "Some Check", "eu-central-1", "sg-1");
        var incident = (await world.Slots.ReadAsync(fingerprint, World.TestContextToken))!.Active.ShouldNotBeNull();
        incident.Severity.ShouldBe(Severity.High);
        incident.OpenedAt.ShouldBe(World.Noon.AddHours(-1));
        Log().ShouldContain("audit: 1 of 1 checks read, 1 signals, 0 checks failed, 0 left for the next run");
    }

    [Fact]
    public async Task A_check_that_failed_is_named_in_answer_and_log()
    {
        var answer = await HandleAsync(new OneCheck(new AdvisorResult.Failed("ThrottlingException: slow down")));

        answer.GetProperty("failed")[0].GetProperty("reason").GetString().ShouldBe("ThrottlingException: slow down");
        Log().ShouldContain("check Some Check (c1) failed: ThrottlingException: slow down");
    }

    [Fact]
    public async Task An_account_without_the_support_plan_is_reported_and_the_invocation_succeeds()
    {
        var answer = await HandleAsync(new OneCheck(null));

        answer.GetProperty("is_subscribed").GetBoolean().ShouldBeFalse();
        Log().ShouldContain("support plan does not include the Support API");
    }

    [Fact]
    public async Task Without_an_ARN_of_the_function_the_schedule_names_the_account()
    {
        await HandleAsync(new OneCheck(OneFinding), functionArn: null);

        var fingerprint = AuditFingerprint.Create("210987654321", "Some Check", "eu-central-1", "sg-1");
        (await world.Slots.ReadAsync(fingerprint, World.TestContextToken)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_configured_home_names_the_account_whatever_ARN_a_tool_gives_the_function()
    {
        await HandleAsync(
            new OneCheck(OneFinding), functionArn: "arn:aws:lambda:us-east-1:012345678912:function:AdvisorFunction",
            home: new Home("123456789012", "eu-central-1"));

        var fingerprint = AuditFingerprint.Create("123456789012", "Some Check", "eu-central-1", "sg-1");
        (await world.Slots.ReadAsync(fingerprint, World.TestContextToken)).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_event_that_is_not_scheduled_becomes_a_dead_letter_and_starts_no_audit()
    {
        var advisor = new OneCheck(OneFinding);

        var answer = await HandleAsync(advisor, payload: Ticks.Json(source: "\"aws.trustedadvisor\""));

        answer.GetProperty("results")[0].GetProperty("path").GetString().ShouldBe("$.source");
        deadLetters.All.ShouldHaveSingleItem().Function.ShouldBe("AdvisorFunction");
        advisor.WasAsked.ShouldBeFalse();
    }

    private static AdvisorResult.Found OneFinding => new(new AuditResult
    {
        Check = Check,
        At = World.Noon.AddHours(-1),
        Rows = [new AuditRow(new Finding("id", FindingStatus.Error, "eu-central-1", "sg-1", false), "Port: 22")],
    });

    private async Task<JsonElement> HandleAsync(
        IAdvisor advisor, string? payload = null,
        string? functionArn = "arn:aws:lambda:eu-central-1:123456789012:function:advisor",
        Home? home = null)
    {
        var output = new LineOutput(lines);
        var log = new JsonLogger(output, world.Time, "AdvisorFunction");
        var observer = new IntakeObserver(SignalSource.Audit, new Metrics(output, world.Time, "AdvisorFunction"), log);
        var recorder = new FindingRecorder(world.Slots, world.Intake(), observer, world.Time);
        var run = new AdvisorRun(advisor, recorder, world.Time);
        var context = new TestLambdaContext
        {
            AwsRequestId = "req-1",
            InvokedFunctionArn = functionArn,
            RemainingTime = TimeSpan.FromMinutes(5),
        };
        var ticks = new ScheduledEventIntake(
            FunctionName.AdvisorFunction, deadLetters, new Metrics(output, world.Time, "AdvisorFunction"), log, world.Time);
        await using var tick = Ticks.Stream(payload ?? Ticks.Json());
        var handler = new AdvisorHandler(
            _ => ValueTask.FromResult(run), ticks, home ?? Home.Unknown, log, world.Time);
        await using var answer = await handler.HandleAsync(tick, context);
        return (await JsonDocument.ParseAsync(answer, default, World.TestContextToken)).RootElement;
    }

    private string Log() => Encoding.UTF8.GetString(lines.ToArray());

    /// <summary>One check with this result; null for an account without the support plan.</summary>
    private sealed class OneCheck(AdvisorResult? reading) : IAdvisor
    {
        public bool WasAsked { get; private set; }

        public Task<AdvisorListing> ListAsync(CancellationToken cancellationToken)
        {
            WasAsked = true;
            return Task.FromResult<AdvisorListing>(
                reading is null ? new AdvisorListing.NotSubscribed() : new AdvisorListing.Checks([Check]));
        }

        public Task<RefreshResult> RefreshAsync(AuditCheck check, CancellationToken cancellationToken) =>
            Task.FromResult(RefreshResult.ByItselfOnly);

        public Task<AdvisorResult> ReadAsync(AuditCheck check, CancellationToken cancellationToken) =>
            Task.FromResult(reading!);
    }
}
