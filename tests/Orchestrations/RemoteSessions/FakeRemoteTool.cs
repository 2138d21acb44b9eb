using HelpDesk.Orchestrations.Domain.RemoteSessions;

namespace HelpDesk.Orchestrations.Tests.RemoteSessions;

/// <summary>A tool whose sessions wait for their requester.</summary>
public sealed class FakeRemoteTool(string id, string name, bool isLinkOnly = false) : IRemoteSupport
{
    public string Id => id;

    public string DisplayName => name;

    public bool IsLinkOnly => isLinkOnly;

    public int Creates { get; private set; }

    public Task<string> CreateAsync(RemoteSessionDraft draft, CancellationToken cancellation)
    {
        Creates++;
        return Task.FromResult("s100-200-300");
    }

    public Task<RemoteLinks> LinksAsync(string reference, CancellationToken cancellation) => Task.FromResult(new RemoteLinks(new Uri("https://join.example/c"), new Uri("https://join.example/s")));

    public Task<RemoteState> ReadAsync(string reference, CancellationToken cancellation) => Task.FromResult(new RemoteState(RemoteStateKind.Waiting));
}
