namespace HelpDesk.EndToEnd.Tests.Telemetry;

/// <summary>Tests that hear all spans of this process: alone, because other hosts in it have cases of the same ids.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ListeningCollection
{
    public const string Name = "listening";
}
