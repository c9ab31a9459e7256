using Shouldly;
using Watchkeeper.Testing.Linearizability;
using Xunit;

namespace Watchkeeper.Concurrency.Tests.Stores;

/// <summary>A register: a request writes a number and answers what was there before; 0 only reads.</summary>
public sealed class Linearization_exists
{
    [Fact]
    public void For_calls_one_after_the_other_whose_answers_follow_each_other() =>
        Exists(new(0, 1, 0, 1, 2), new(1, 2, 1, 3, 4), new(0, 0, 2, 5, 6)).ShouldBeTrue();

    [Fact]
    public void For_calls_at_once_whose_answers_are_right_in_the_other_order() =>
        Exists(new(0, 1, 2, 1, 4), new(1, 2, 0, 2, 3), new(0, 0, 1, 5, 6)).ShouldBeTrue();

    [Fact]
    public void Only_where_the_order_fits_what_was_over_before() =>
        Exists(new(0, 1, 2, 1, 2), new(1, 2, 0, 3, 4)).ShouldBeFalse();

    [Fact]
    public void Not_where_a_write_is_lost() =>
        Exists(new(0, 1, 0, 1, 3), new(1, 2, 0, 2, 4)).ShouldBeFalse();

    [Fact]
    public void Not_where_a_read_goes_back_in_time() =>
        Exists(new(0, 1, 0, 1, 8), new(1, 0, 1, 2, 3), new(2, 0, 0, 4, 5)).ShouldBeFalse();

    [Fact]
    public void Not_where_an_answer_comes_from_nowhere() => Exists(new Call<int, int>(0, 0, 7, 1, 2)).ShouldBeFalse();

    [Fact]
    public void For_no_calls_at_all() => Exists().ShouldBeTrue();

    private static bool Exists(params Call<int, int>[] calls) =>
        Linearization.Exists(calls, 0, (int held, int written) => (written == 0 ? held : written, held));
}
