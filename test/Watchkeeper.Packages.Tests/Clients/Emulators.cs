using Watchkeeper.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(MotoFixture))]
