using HelpDesk.Contract;
using HelpDesk.Engine.Tests.Harness;
using HelpDesk.Local.Engine;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HelpDesk.Engine.Tests.Contract;

/// <summary>The embedded engine under the contract: a host that may go and come, over a database that stays.</summary>
internal sealed class EmbeddedContractEngine(ContractWorld world, IReadOnlyList<WorkflowReference> workflows, IReadOnlyList<ActivityReference> activities) : IContractEngine
{
    private readonly EngineFiles _files = new();
    private IHost? _host;

    public IWorkflowClient Client => (_host ?? throw new InvalidOperationException("The engine does not run.")).Services.GetRequiredService<IWorkflowClient>();

    public Task StartAsync()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton(world);
        foreach (var activity in activities)
            builder.Services.AddActivity(activity);
        foreach (var workflow in workflows)
            builder.Services.AddWorkflow(workflow);
        builder.Services.AddEmbeddedEngine(options => (options.DatabasePath, options.MaxLiveInstances) = (_files.Database, 0));
        _host = builder.Build();
        return _host.StartAsync();
    }

    public async Task StopAsync()
    {
        if (_host is null)
            return;
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        _host = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _files.Dispose();
    }
}
