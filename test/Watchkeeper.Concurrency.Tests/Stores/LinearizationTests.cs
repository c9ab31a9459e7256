using Shouldly;
using Watchkeeper.Testing.Linearizability;
using Xunit;

namespace Watchkeeper.Concurrency.Tests.Stores;

/// <summary>The model is a register: a request writes a number and answers the previous one; 0 only reads.</summary>
public sealed class LinearizationTests
{
    [Fact]
    public void Sequential_calls_with_consistent_answers_are_linearizable() =>
        Exists(new(0, 1, 0, 1, 2), new(1, 2, 1, 3, 4), new(0, 0, 2, 5, 6)).ShouldBeTrue();

    [Fact]
    public void Concurrent_calls_with_answers_in_the_other_order_are_linearizable() =>
        Exists(new(0, 1, 2, 1, 4), new(1, 2, 0, 2, 3), new(0, 0, 1, 5, 6)).ShouldBeTrue();

    [Fact]
    public void An_order_must_respect_which_calls_had_already_ended() =>
        Exists(new(0, 1, 2, 1, 2), new(1, 2, 0, 3, 4)).ShouldBeFalse();

    [Fact]
    public void A_lost_write_is_not_linearizable() =>
        Exists(new(0, 1, 0, 1, 3), new(1, 2, 0, 2, 4)).ShouldBeFalse();

    [Fact]
    public void A_read_that_goes_back_in_time_is_not_linearizable() =>
        Exists(new(0, 1, 0, 1, 8), new(1, 0, 1, 2, 3), new(2, 0, 0, 4, 5)).ShouldBeFalse();

    [Fact]
    public void An_answer_that_no_write_explains_is_not_linearizable() =>
        Exists(new Call<int, int>(0, 0, 7, 1, 2)).ShouldBeFalse();

    [Fact]
    public void A_history_without_calls_is_linearizable() => Exists().ShouldBeTrue();

    private static bool Exists(params Call<int, int>[] calls) =>
        Linearization.Exists(calls, 0, (int held, int written) => (written == 0 ? held : written, held));
}
