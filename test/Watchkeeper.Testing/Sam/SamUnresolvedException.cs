namespace Watchkeeper.Testing.Sam;

/// <summary>SAM CLI could not work a value out; in a map it leaves that member as it stands in the template.</summary>
internal sealed class SamUnresolvedException(string message) : Exception(message);
