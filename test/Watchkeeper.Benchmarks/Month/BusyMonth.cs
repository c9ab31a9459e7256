using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Watchkeeper.Benchmarks.Month;

/// <summary>One call of the month, as CloudTrail records it.</summary>
/// <param name="Activity">What it belongs to.</param>
/// <param name="Run">The number of that activity's run.</param>
/// <param name="At">When.</param>
/// <param name="Json">The record, in UTF-8.</param>
internal readonly record struct RecordedCall(Activity Activity, int Run, DateTimeOffset At, byte[] Json);

/// <summary>A month of a busy account. The same seed gives the same month, to the byte.</summary>
/// <param name="activities">What is done.</param>
/// <param name="seed">Where chance begins.</param>
internal sealed class BusyMonth(ImmutableArray<Activity> activities, int seed)
{
    /// <summary>The number of days.</summary>
    public const int Days = 30;

    // A Monday.
    private static readonly DateTimeOffset Begin = new(2026, 10, 5, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Apps =
        ["order", "billing", "search", "basket", "stock", "mailer", "report", "gateway", "profile", "price"];

    private int runs;
    private int ids;

    /// <summary>All calls, in the order of time.</summary>
    public IEnumerable<RecordedCall> Calls()
    {
        var random = new Random(seed);
        for (var day = 0; day < Days; day++)
        {
            var plans = activities.SelectMany(activity => Runs(activity, day, random)).OrderBy(plan => plan.At).ToList();
            foreach (var plan in plans)
                yield return new RecordedCall(plan.Run.Activity, plan.Run.Number, plan.At, Record(plan));
        }
    }

    private static bool IsWorkday(int day) => day % 7 < 5;

    // What is done weekly or monthly has its own weekday, so that not all of it falls on one.
    private static int CountOn(Activity activity, int day)
    {
        const int workdays = 5;
        const int middle = 14;
        var weekday = ((day % 7) + activity.Name.Length) % workdays;
        return activity.Pace switch
        {
            Pace.Day => activity.Count,
            Pace.Workday => IsWorkday(day) ? activity.Count : 0,
            Pace.Once => day + 1 == activity.Count ? 1 : 0,
            Pace.Week => IsWorkday(day) && weekday < activity.Count ? 1 : 0,
            _ => day - middle == activity.Name.Length % workdays ? activity.Count : 0,
        };
    }

    private IEnumerable<Plan> Runs(Activity activity, int day, Random random)
    {
        for (var left = CountOn(activity, day); left > 0; left--)
        {
            var (from, hours) = activity.Pace is Pace.Day ? (0, 24) : (8, 10);
            var at = Begin.AddDays(day).AddHours(from).AddSeconds(random.Next(hours * 3600));
            var run = new Run(
                activity, runs++, Apps[random.Next(Apps.Length)],
                random.NextInt64(1L << 40).ToString("x10", CultureInfo.InvariantCulture),
                $"developer-{random.Next(20) + 1:00}@example.com");
            foreach (var call in activity.Calls)
            {
                yield return new Plan(run, call, at);
                at = at.AddSeconds(random.Next(2, 8));
            }
        }
    }

    private byte[] Record(Plan plan)
    {
        var ((activity, _, app, id, person), call, at) = plan;
        var type = call.Service == "signin" ? "AwsConsoleSignIn" : "AwsApiCall";
        var error = call.Error.Length == 0 || call.Service == "signin" ? "" :
            $"\"errorCode\":\"{call.Error}\",\"errorMessage\":\"the caller may not do this\",";
        var eventType = activity.Caller.Contains("\"eventType\"", StringComparison.Ordinal) ? "" : $"\"eventType\":\"{type}\",";
        var time = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        // Tools read the JSON that this text is: a writer would have to parse every part again.
        var text = $"{{\"eventVersion\":\"1.11\",{activity.Caller[1..^1]},\"eventTime\":\"{time}\","
            + $"\"eventSource\":\"{call.Service}.amazonaws.com\",\"eventName\":\"{call.Name}\",\"awsRegion\":\"{Region(call)}\","
            + $"{error}\"requestParameters\":{call.Parameters},\"responseElements\":{call.Response},"
            + $"\"additionalEventData\":{call.Additional},\"requestID\":\"q-{ids}\",\"eventID\":\"e-{ids++}\","
            + $"\"readOnly\":{(call.IsRead ? "true" : "false")},{eventType}\"managementEvent\":true,"
            + "\"recipientAccountId\":\"111122223333\",\"eventCategory\":\"Management\"}";
        return Encoding.UTF8.GetBytes(text.Replace("{app}", app, StringComparison.Ordinal)
            .Replace("{id}", id, StringComparison.Ordinal).Replace("{person}", person, StringComparison.Ordinal));
    }

    private static string Region(Call call) => call.Service is "iam" or "signin" or "cloudfront" or "route53" or "organizations"
        ? "us-east-1"
        : "eu-central-1";

    private sealed record Run(Activity Activity, int Number, string App, string Id, string Person);

    private readonly record struct Plan(Run Run, Call Call, DateTimeOffset At);
}
