namespace HelpDesk.Adapters.Tests.Graph.Harness;

/// <summary>A request as the scripted Graph got it; the path is without version.</summary>
public sealed record ScriptedRequest(string Method, string Path, IReadOnlyDictionary<string, string> Query, string Body, IReadOnlyDictionary<string, string> Headers);
