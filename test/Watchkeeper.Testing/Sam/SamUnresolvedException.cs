namespace Watchkeeper.Testing.Sam;

/// <summary>SAM CLI cannot resolve a value; in a map that member stays as written in the template.</summary>
internal sealed class SamUnresolvedException(string message) : Exception(message);
