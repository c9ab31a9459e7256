namespace Watchkeeper.Configuration.Reading;

/// <summary>Reads the checked form of a configuration file. Total: a content that cannot be read is a rejection.</summary>
/// <param name="content">The checked form, UTF-8 JSON.</param>
/// <param name="parameters">The configuration of the template's parameters, for what the file leaves out.</param>
public delegate ConfigurationReadResult ReadConfiguration(ReadOnlyMemory<byte> content, WatchkeeperConfiguration parameters);
