using Xunit;

// Each of these tests starts a dozen processes; two at once would overload the machine.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
