using System.Threading.Channels;

namespace HelpDesk.Simulator.Tickets.Webhooks;

/// <summary>
/// Sends webhooks to the product in the background and repeats them as each vendor does: ServiceNow's executeAsync never, Jira on
/// 408, 409, 425, 429, 5xx and failed connections.
/// </summary>
internal sealed class WebhookSender(
    SimulatorOptions options, IHttpClientFactory clients, WebhookFaults faults, TimeProvider time, ILogger<WebhookSender> log) : BackgroundService
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "webhooks";

    private const int AtOnce = 4;

    /// <summary>Wait before a retry. The vendor waits 5 to 15 minutes; nobody watches a simulation for that long.</summary>
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(2);

    private readonly Channel<WebhookDelivery> _queue = Channel.CreateUnbounded<WebhookDelivery>();
    private readonly Lock _holding = new();
    private WebhookDelivery? _held;

    /// <summary>Takes a webhook for sending.</summary>
    public void Send(WebhookDelivery delivery)
    {
        if (options.Product is null)
            return;
        var switches = faults.Switches;
        if (switches.Lose)
        {
            log.Lost(delivery.System);
            return;
        }

        lock (_holding)
        {
            if (switches.Reorder && _held is null)
            {
                _held = delivery;
                return;
            }

            Queue(delivery);
            if (_held is { } held)
                Queue(held);
            _held = null;
        }
    }

    /// <summary>Sets what goes wrong from now on.</summary>
    public void Set(WebhookSwitches switches)
    {
        faults.Set(switches);
        if (!switches.Reorder)
            Release();
    }

    /// <summary>Sends a webhook that still waits for its successor.</summary>
    private void Release()
    {
        lock (_holding)
        {
            if (_held is { } held)
                Queue(held);
            _held = null;
        }
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync(stoppingToken)));

    private void Queue(WebhookDelivery delivery)
    {
        _queue.Writer.TryWrite(delivery);
        if (faults.Switches.Duplicate)
            _queue.Writer.TryWrite(delivery);
    }

    private async Task WorkAsync(CancellationToken cancellation)
    {
        await foreach (var delivery in _queue.Reader.ReadAllAsync(cancellation))
        {
            for (var retry = 0; await TryAsync(delivery, retry, cancellation) && retry < delivery.MaxRetries; retry++)
                await Task.Delay(RetryDelay, time, cancellation);
        }
    }

    /// <summary>Sends once.</summary>
    /// <returns>True when the vendor would send it again.</returns>
    private async Task<bool> TryAsync(WebhookDelivery delivery, int retry, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(ClientName);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Product!, delivery.Path)) { Content = new ByteArrayContent(delivery.Body) };
        request.Content.Headers.ContentType = new("application/json");
        foreach (var (name, value) in delivery.Headers(delivery.Body, retry))
            request.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var response = await client.SendAsync(request, cancellation);
            var status = (int)response.StatusCode;
            log.Answered(delivery.System, status);
            if (status is not (408 or 409 or 425 or 429 or >= 500))
                return false;
            log.NotDelivered(delivery.System, $"{status}", retry, delivery.MaxRetries);
            return true;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            log.NotDelivered(delivery.System, "no answer", retry, delivery.MaxRetries);
            return true;
        }
    }
}
