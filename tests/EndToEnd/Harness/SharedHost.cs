namespace HelpDesk.EndToEnd.Tests.Harness;

/// <summary>One host for all scenarios that disturb nobody: each takes people of its own.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    private HelpDeskHost? _host;

    public HelpDeskHost Host => _host ?? throw new InvalidOperationException("It is not started yet.");

    public async Task InitializeAsync() => _host = await HelpDeskHost.StartAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
