using System.Net;
using DurableTask.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing.Sidecar;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Functions.Tests.Durable;

/// <summary>The in-memory backend of Durable Task behind its gRPC interface, on a port of its own, and a client of it.</summary>
internal sealed class Sidecar : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly IHost _clients;

    private Sidecar(WebApplication server, IHost clients) => (_server, _clients) = (server, clients);

    /// <summary>What goes to the worker and comes back.</summary>
    public WorkItems WorkItems => _server.Services.GetRequiredService<WorkItems>();

    public string Address => _server.Urls.Single();

    public DurableTaskClient Client => _clients.Services.GetRequiredService<DurableTaskClient>();

    public static async Task<Sidecar> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton<WorkItems>().AddGrpc(grpc => grpc.Interceptors.Add<WorkItems>());
        var service = new InMemoryOrchestrationService();
        builder.Services.AddSingleton<IOrchestrationService>(service).AddSingleton<IOrchestrationServiceClient>(service).AddSingleton<TaskHubGrpcServer>();
        var server = builder.Build();
        server.MapGrpcService<TaskHubGrpcServer>();
        await server.StartAsync();

        var clients = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        clients.Services.AddDurableTaskClient(client =>
        {
            client.UseGrpc(server.Urls.Single());
            client.RegisterDirectly();
        });
        return new Sidecar(server, clients.Build());
    }

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)_clients).DisposeAsync();
        await _server.StopAsync();
        await _server.DisposeAsync();
    }
}
