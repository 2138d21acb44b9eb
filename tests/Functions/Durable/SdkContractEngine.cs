using HelpDesk.Contract;
using HelpDesk.Functions.Durable;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Functions.Tests.Durable;

/// <summary>The Durable Task SDK under the contract: a worker that may go and come, over a backend that stays.</summary>
internal sealed class SdkContractEngine : IContractEngine
{
    private readonly Sidecar _sidecar;
    private readonly ServiceProvider _services;
    private readonly SdkWorker _worker;

    private SdkContractEngine(Sidecar sidecar, ServiceProvider services) =>
        (_sidecar, _services, _worker) = (sidecar, services, new SdkWorker(sidecar, services));

    public IWorkflowClient Client => _worker.Client;

    public static async Task<SdkContractEngine> CreateAsync(
        ContractWorld world, IReadOnlyList<WorkflowReference> workflows, IReadOnlyList<ActivityReference> activities)
    {
        var services = new ServiceCollection().AddSingleton(world)
            .AddSingleton(TimeProvider.System).AddSingleton<DurableClients>().AddSingleton<IWorkflowClient, DurableWorkflowClient>();
        foreach (var activity in activities.Where(activity => activity.Name != GetInstanceStatus.Reference.Name).Append(GetInstanceStatus.Reference))
            services.AddActivity(activity);
        foreach (var workflow in workflows)
            services.AddWorkflow(workflow);
        return new SdkContractEngine(await Sidecar.StartAsync(), services.BuildServiceProvider());
    }

    public async Task StartAsync()
    {
        _sidecar.WorkItems.Release();
        await _worker.StartAsync();
        await _sidecar.WorkItems.WorkerAsync(connected: true);
    }

    public async Task StopAsync()
    {
        await _sidecar.WorkItems.HoldAsync();
        await _worker.StopAsync();
        await _sidecar.WorkItems.WorkerAsync(connected: false);
    }

    public async ValueTask DisposeAsync()
    {
        // No waiting for what is under way: a test may end with an activity that never does.
        await _worker.StopAsync();
        await _sidecar.DisposeAsync();
        await _services.DisposeAsync();
    }
}
