using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Web.Webhooks;

/// <summary>Names at start what an endpoint still lacks.</summary>
internal sealed class WebhookStartReport(IEnumerable<ITicketWebhook> webhooks, ILogger<WebhookReceiver> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var setting in webhooks.Select(webhook => webhook.MissingSetting).OfType<string>())
            log.Missing(setting);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
