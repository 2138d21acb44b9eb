using System.Collections.Concurrent;
using Azure.Core;
using HelpDesk.Adapters.Graph;
using HelpDesk.Adapters.Graph.Throttling;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Adapters.Tests.Graph.Harness;

/// <summary>A Graph that answers what a test says, over HTTP: for answers that no well-behaved stand-in gives.</summary>
public sealed class ScriptedGraph : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ServiceProvider _services;
    private readonly ConcurrentQueue<ScriptedRequest> _requests = new();

    private ScriptedGraph(WebApplication server, Func<ScriptedRequest, ScriptedAnswer> answer, TokenCredential? credential, GraphQuotas? quotas)
    {
        _server = server;
        _server.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var request = new ScriptedRequest(
                context.Request.Method,
                context.Request.Path.Value!["/v1.0".Length..],
                context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
                await reader.ReadToEndAsync(),
                context.Request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase));
            _requests.Enqueue(request);
            await answer(request).WriteAsync(context);
        });
        _server.StartAsync().GetAwaiter().GetResult();
        Url = _server.Urls.First();

        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Graph:BaseUrl"] = $"{Url}/v1.0", ["Graph:LongestWait"] = "00:00:00" }).Build();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        // Time stands still here, so nothing would ever have its turn: what has to wait is turned away at once.
        services.AddSingleton(quotas ?? WideQuotas.NoWait);
        if (credential is null)
            services.AddSingleton<IGraphCredentials, CredentialsByIdentity>();
        else
            services.AddSingleton(credential);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        _services = services.AddGraph(settings).BuildServiceProvider();
    }

    public string Url { get; }

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);

    public MemoryLog Log { get; } = new();

    public IReadOnlyCollection<ScriptedRequest> Requests => _requests;

    internal static ScriptedGraph Answering(Func<ScriptedRequest, ScriptedAnswer> answer, TokenCredential? credential = null, GraphQuotas? quotas = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        return new ScriptedGraph(server, answer, credential, quotas);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ISecretSource Source(SecretKind kind) => _services.GetServices<ISecretSource>().Single(source => source.Kind == kind);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }
}
