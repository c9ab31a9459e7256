using Shouldly;
using Watchkeeper.Functions.Observability;
using Xunit;

namespace Watchkeeper.Functions.Tests.Observability;

public sealed class TraceHeaderTests
{
    private const string Root = "1-5759e988-bd862e3fe1be46a994272793";
    private const string Parent = "53995c3f42cd8ad8";

    [Theory]
    [InlineData($"Root={Root};Parent={Parent};Sampled=1", true)]
    [InlineData($"Sampled=1;Parent={Parent};Root={Root}", true)]
    [InlineData($" Root = {Root} ; Parent={Parent}; Sampled = 1 ;Lineage=a87bd80c:0;", true)]
    [InlineData($"Root={Root};Parent={Parent};Sampled=0", false)]
    [InlineData($"Root={Root};Parent={Parent};Sampled=?", false)]
    [InlineData($"Root={Root};Parent={Parent}", false)]
    public void A_header_is_read_in_any_order(string text, bool sampled) =>
        TraceHeader.Parse(text).ShouldBe(new TraceHeader(Root, Parent, sampled));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(";;=;==")]
    [InlineData($"Root={Root}")]
    [InlineData($"Parent={Parent};Sampled=1")]
    [InlineData($"Root=2-5759e988-bd862e3fe1be46a994272793;Parent={Parent}")]
    [InlineData($"Root=1-5759e988+bd862e3fe1be46a994272793;Parent={Parent}")]
    [InlineData($"Root=1-5759E988-BD862E3FE1BE46A994272793;Parent={Parent}")]
    [InlineData($"Root=1-00000000-000000000000000000000000;Parent={Parent}")]
    [InlineData($"Root={Root};Parent=0000000000000000")]
    [InlineData($"Root={Root};Parent=53995c3f42cd8ad")]
    [InlineData($"Root={Root};Parent=53995c3f42cd8ad\n")]
    public void A_header_without_a_trace_and_a_parent_is_refused(string? text) => TraceHeader.Parse(text).ShouldBeNull();

    [Fact]
    public void A_header_without_an_end_is_refused() =>
        TraceHeader.Parse($"Root={Root};Parent={Parent};{new string('a', 5000)}").ShouldBeNull();

    [Fact]
    public void A_written_header_can_be_read_again()
    {
        var header = new TraceHeader(Root, Parent, true);

        header.ToString().ShouldBe($"Root={Root};Parent={Parent};Sampled=1");
        TraceHeader.Parse(header.ToString()).ShouldBe(header);
    }
}
