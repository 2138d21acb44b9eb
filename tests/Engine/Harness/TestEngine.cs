using HelpDesk.Local.Engine;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Engine.Tests.Harness;

/// <summary>One engine in a host of its own, on a database that outlives it.</summary>
public sealed class TestEngine : IAsyncDisposable
{
    private readonly IHost _host;

    private TestEngine(IHost host) => _host = host;

    public IWorkflowClient Client => _host.Services.GetRequiredService<IWorkflowClient>();

    public IServiceProvider Services => _host.Services;

    public IHostApplicationLifetime Lifetime => _host.Services.GetRequiredService<IHostApplicationLifetime>();

    public static async Task<TestEngine> StartAsync(
        EngineFiles files,
        World world,
        TimeProvider? time,
        IEnumerable<WorkflowReference> workflows,
        Action<EngineOptions>? configure = null)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddProvider(files.Log);
        builder.Services.AddSingleton(world).AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddActivity(Act.Reference).AddActivity(Act.Other);
        foreach (var workflow in workflows)
            builder.Services.AddWorkflow(workflow);
        builder.Services.AddEmbeddedEngine(options =>
        {
            options.DatabasePath = files.Database;
            options.MaxConcurrentActivities = 8;
            options.BusyTimeout = TimeSpan.FromMilliseconds(200);
            configure?.Invoke(options);
        });
        var host = builder.Build();
        try
        {
            await host.StartAsync();
        }
        catch
        {
            await ((IAsyncDisposable)host).DisposeAsync();
            throw;
        }

        return new TestEngine(host);
    }

    public Task<WorkflowStatus> UntilAsync(string id, Func<WorkflowStatus, bool> wanted) =>
        Eventually.Get(() => Client.GetStatusAsync(id, default), wanted, $"workflow {id}");

    public Task<WorkflowStatus> UntilAsync(string id, WorkflowState state) => UntilAsync(id, s => s.State == state);

    public Task<WorkflowStatus> UntilStatusAsync(string id, string status) => UntilAsync(id, s => s.Status == status);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
