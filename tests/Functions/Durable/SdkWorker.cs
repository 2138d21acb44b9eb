using HelpDesk.Functions.Durable;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HelpDesk.Functions.Tests.Durable;

/// <summary>A worker of the Durable Task SDK that runs what is registered as the orchestrator and activity functions of the head do.</summary>
internal sealed class SdkWorker(Sidecar sidecar, IServiceProvider services)
{
    private readonly DurableClients _clients = services.GetRequiredService<DurableClients>();
    private IHost? _host;

    /// <summary>The port's client, as a function has it.</summary>
    public IWorkflowClient Client
    {
        get
        {
            _clients.Use(sidecar.Client);
            return services.GetRequiredService<IWorkflowClient>();
        }
    }

    public Task StartAsync()
    {
        var activities = new ActivityRunner(services.GetRequiredService<IServiceScopeFactory>(), _clients);
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddDurableTaskWorker(worker =>
        {
            worker.UseGrpc(sidecar.Address);
            worker.AddTasks(tasks =>
            {
                foreach (var workflow in services.GetServices<WorkflowReference>())
                    tasks.AddOrchestratorFunc<string, string?>(workflow.Name, (context, _) => WorkflowRunner.RunAsync(workflow, context));
                foreach (var activity in services.GetServices<ActivityReference>())
                    tasks.AddActivityFunc<ActivityRequest, ActivityReply>(activity.Name, (_, request) => activities.RunAsync(activity, request, sidecar.Client, CancellationToken.None));
            });
        });
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
}
