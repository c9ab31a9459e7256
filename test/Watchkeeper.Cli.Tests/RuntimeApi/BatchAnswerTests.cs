using System.Collections.Immutable;
using System.Text;
using Shouldly;
using Watchkeeper.Cli.RuntimeApi;
using Xunit;

namespace Watchkeeper.Cli.Tests.RuntimeApi;

public sealed class BatchAnswerTests
{
    private static readonly ImmutableArray<StreamRecord> Batch =
        [.. new[] { "9", "10", "11" }.Select(number => new StreamRecord(number, "{}"u8.ToArray(), default))];

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"batchItemFailures":null}""")]
    [InlineData("""{"batchItemFailures":[]}""")]
    [InlineData("""{"other":1}""")]
    public void An_answer_without_names_is_success(string answer) => Read(answer).ShouldBe(3);

    [Theory]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"10"}]}""", 1)]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"11"},{"itemIdentifier":"10"}]}""", 1)]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"11"}]}""", 2)]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"9"},{"itemIdentifier":"11"}]}""", 0)]
    public void The_lowest_name_is_the_checkpoint(string answer, int first) => Read(answer).ShouldBe(first);

    [Theory]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"12"}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"11"},{"itemIdentifier":"12"}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":""}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":null}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":10}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemidentifier":"10"}]}""")]
    [InlineData("""{"batchItemFailures":[{}]}""")]
    [InlineData("""{"batchItemFailures":["10"]}""")]
    [InlineData("""{"batchItemFailures":{"itemIdentifier":"10"}}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"\ud800"}]}""")]
    [InlineData("\"10\"")]
    [InlineData("[]")]
    [InlineData("{")]
    public void A_name_of_no_record_fails_the_whole_batch(string answer) => Read(answer).ShouldBe(0);

    private static int Read(string answer) => BatchResponse.FirstToRetry(Encoding.UTF8.GetBytes(answer), Batch);
}
