using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HelpDesk.Web.Webhooks;

/// <summary>Names at start what an endpoint still lacks.</summary>
internal sealed class WebhookStartReport(IOptions<WebhookOptions> options, ILogger<WebhookReceiver> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var setting in options.Value.Missing())
            log.Missing(setting);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
