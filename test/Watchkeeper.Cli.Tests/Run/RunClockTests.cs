using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Watchkeeper.Cli.Run;
using Xunit;

namespace Watchkeeper.Cli.Tests.Run;

/// <summary>Who asks a finished run asks it at its own time.</summary>
public sealed class RunClockTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("watchkeeper-clock-");
    private readonly FakeTimeProvider real = new(new DateTimeOffset(2027, 1, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void The_clock_goes_on_from_where_the_run_ended()
    {
        RunClock.Save(folder.FullName, TimeSpan.FromDays(30) + TimeSpan.FromTicks(7));

        var clock = RunClock.Of(folder.FullName, real);
        real.Advance(TimeSpan.FromHours(1));

        clock.GetUtcNow().ShouldBe(new DateTimeOffset(2026, 12, 2, 13, 0, 0, TimeSpan.Zero).AddTicks(-7));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("-1.00:00:00")]
    [InlineData("00:00:00")]
    public void A_folder_that_says_nothing_has_the_real_clock(string? content)
    {
        if (content is not null)
            File.WriteAllText(Path.Combine(folder.FullName, "clock.txt"), content);

        RunClock.Of(folder.FullName, real).ShouldBeSameAs(real);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
