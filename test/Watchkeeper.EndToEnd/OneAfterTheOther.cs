using Xunit;

// Each of these tests starts a dozen processes; two at once would starve each other of the machine.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
