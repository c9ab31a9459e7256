using System.Runtime.InteropServices;
using System.Text;
using Watchkeeper.Patterns.Values;

namespace Watchkeeper.Patterns.Compilation;

/// <summary>
/// The states that a value's bytes can lead to; each state is a beginning of a wildcard. The wildcards of one entry share their
/// end, and their common beginnings up to the first asterisk. After it each wildcard has its own states, even if wildcards are
/// repeated. Different entries share no states.
/// </summary>
internal sealed class WildcardAutomaton
{
    private const int Asterisk = -1;
    private const int AnyOtherByte = -2;

    private readonly List<State> states = [];
    private readonly int[] alphabet;
    private readonly int[] roots;

    public WildcardAutomaton(IReadOnlyCollection<Wildcard[]> entries)
    {
        var bytes = new SortedSet<int> { AnyOtherByte };
        roots = [.. entries.Select((wildcards, entry) => Add(wildcards, entry, bytes))];
        alphabet = [.. bytes];
        Start = new([.. roots]);
    }

    public WildcardStates Start { get; }

    /// <summary>
    /// The number of states that the engine would be in. The empty beginning does not count, and all ends of one entry count as
    /// one.
    /// </summary>
    public int Count(WildcardStates set)
    {
        var ends = new HashSet<int>();
        var count = 0;
        foreach (var number in set.All)
        {
            if (!states[number].IsEnd || ends.Add(states[number].Entry)) count++;
        }

        return count;
    }

    /// <summary>The set of states after each possible next byte.</summary>
    public IEnumerable<WildcardStates> Steps(WildcardStates from) =>
        alphabet.Select(next => Step(from, next)).Where(set => !set.All.IsEmpty);

    private WildcardStates Step(WildcardStates from, int next)
    {
        var reached = new SortedSet<int>();
        foreach (var number in from.All)
        {
            var state = states[number];
            if (state.Token == Asterisk) reached.Add(number);
            foreach (var follower in state.After(next))
            {
                reached.Add(follower);

                // An asterisk also matches nothing, so its beginning follows at once from the one before.
                foreach (var asterisk in states[follower].After(Asterisk)) reached.Add(asterisk);
            }
        }

        return new([.. reached]);
    }

    private int Add(Wildcard[] wildcards, int entry, SortedSet<int> bytes)
    {
        var root = NewState(0, entry);
        foreach (var wildcard in wildcards)
        {
            var state = root;
            var isShared = true;
            foreach (var token in Tokens(wildcard))
            {
                if (token != Asterisk) bytes.Add(token);
                var followers = states[state].After(token);
                var next = isShared && !followers.IsEmpty ? followers[0] : states[state].Lead(token, NewState(token, entry));
                isShared &= token != Asterisk;
                state = next;
            }

            states[state].IsEnd = true;
        }

        return root;
    }

    private int NewState(int token, int entry)
    {
        states.Add(new(token, entry));
        return states.Count - 1;
    }

    /// <summary>The engine compares strings byte by byte, including their quotes.</summary>
    private static IEnumerable<int> Tokens(Wildcard wildcard)
    {
        yield return '"';
        var first = true;
        foreach (var part in wildcard.Parts)
        {
            if (!first) yield return Asterisk;
            first = false;
            foreach (var item in Encoding.UTF8.GetBytes(part)) yield return item;
        }

        yield return '"';
    }

    private sealed class State(int token, int entry)
    {
        private readonly Dictionary<int, List<int>> followers = [];

        public int Token => token;

        public int Entry => entry;

        public bool IsEnd { get; set; }

        public ReadOnlySpan<int> After(int next) => CollectionsMarshal.AsSpan(followers.GetValueOrDefault(next));

        public int Lead(int next, int follower)
        {
            if (!followers.TryGetValue(next, out var known)) followers.Add(next, known = []);
            known.Add(follower);
            return follower;
        }
    }
}
