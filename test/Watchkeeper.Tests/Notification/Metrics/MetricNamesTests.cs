using CsCheck;
using Shouldly;
using Watchkeeper.Notification.Metrics;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Tests.Notification.Metrics;

public class MetricNamesTests
{
    [Theory]
    [InlineData("BlockedRequests", "blocked requests")]
    [InlineData("HTTPCode_ELB_5XX_Count", "HTTP code ELB 5XX count")]
    [InlineData("DBLoadCPU", "DB load CPU")]
    [InlineData("cpu_load_average", "CPU load average")]
    [InlineData("HttpErrors", "HTTP errors")]
    [InlineData("VolumeReadIOPs", "volume read IOPS")]
    [InlineData("StoppedVMs", "stopped VMs")]
    [InlineData("S3BytesSent", "S3 bytes sent")]
    [InlineData("5XXError", "5XX error")]
    [InlineData("p99Latency", "p99 latency")]
    [InlineData("orders.failed-total", "orders failed total")]
    [InlineData("Paging File % Usage", "paging file % usage")]
    [InlineData("ORDERS", "ORDERS")]
    [InlineData("x", "x")]
    [InlineData("订单失败", "订单失败")]
    [InlineData("__", "")]
    [InlineData("", "")]
    [InlineData("a\r\nb", "a b")]
    public void A_name_is_read_as_words(string metric, string words) => MetricNames.WordsOf(metric).ShouldBe(words);

    [Theory]
    [InlineData("GPUUtilization", nameof(MetricUnit.Percent))]
    [InlineData("pool_used_percent", nameof(MetricUnit.Percent))]
    [InlineData("CachePercentage", nameof(MetricUnit.Percent))]
    [InlineData("BytesSent", nameof(MetricUnit.Bytes))]
    [InlineData("bytes_per_second", nameof(MetricUnit.BytesPerSecond))]
    [InlineData("BytesPerRequest", nameof(MetricUnit.None))]
    [InlineData("MegabytesSent", nameof(MetricUnit.None))]
    [InlineData("Latency", nameof(MetricUnit.None))]
    [InlineData("Count", nameof(MetricUnit.None))]
    [InlineData("", nameof(MetricUnit.None))]
    public void A_unit_is_guessed_from_three_words_only(string metric, string unit) =>
        MetricNames.UnitOf(metric).ToString().ShouldBe(unit);

    [Fact]
    public void No_letter_or_digit_of_a_short_name_is_lost() =>
        Gen.String[Gen.Char[" _-./:%aAbB5xX"], 0, 40].Sample(name =>
            string.Concat(MetricNames.WordsOf(name).Where(char.IsLetterOrDigit))
                .Equals(string.Concat(name.Where(char.IsLetterOrDigit)), StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Any_name_becomes_one_inert_line() =>
        Gen.String[0, 300].Sample(name => MetricNames.WordsOf(name) is var words
            && words == InertText.Line(words) && words.Length <= 100);
}
