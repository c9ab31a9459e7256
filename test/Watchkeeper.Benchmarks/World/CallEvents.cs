using System.Globalization;
using System.Text;

namespace Watchkeeper.Benchmarks.World;

/// <summary>API calls that stop a trail and differ only in trail, id and time: each opens an incident.</summary>
internal sealed class CallEvents(string repository, TimeProvider time)
{
    private const string Trail = "shop-trail";
    private const string Id = "4dd4d5f1-c854-48e0-af36-6070c8b4c201";
    private const string Second = "2026-11-17T10:07:45";

    private readonly string sample = File.ReadAllText(Path.Combine(repository, "events", "trail", "120-trail-stopped.json"));
    private int last;

    /// <summary>A new event.</summary>
    public byte[] Next()
    {
        var number = Interlocked.Increment(ref last);
        var now = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes(sample
            .Replace(Trail, string.Create(CultureInfo.InvariantCulture, $"{Trail}-{number}"), StringComparison.Ordinal)
            .Replace(
                Id, string.Create(CultureInfo.InvariantCulture, $"4dd4d5f1-c854-48e0-af36-{number:d12}"),
                StringComparison.Ordinal)
            .Replace(Second, now, StringComparison.Ordinal));
    }
}
