using System.Text.Json;

namespace HelpDesk.Simulator.ServiceBus;

/// <summary>The broker over HTTP: its "Send Message" interface, and for tests its state and faults under <c>/simulator/service-bus</c>.</summary>
internal static class BrokerEndpoints
{
    /// <summary>Registers the broker.</summary>
    public static void AddSimulatedServiceBus(this IServiceCollection services) =>
        services.AddSingleton<AmqpBroker>().AddHostedService(static provider => provider.GetRequiredService<AmqpBroker>());

    /// <summary>Maps them.</summary>
    public static void MapSimulatedServiceBus(this IEndpointRouteBuilder routes)
    {
        routes.MapPost($"/{BrokerOptions.Queue}/messages", SendAsync);
        routes.MapGet("/simulator/service-bus", static (AmqpBroker broker) => new
        {
            broker.ConnectionString,
            Messages = broker.Queue.Messages.Select(Shown),
            DeadLetters = broker.DeadLetters.Messages.Select(Shown),
            broker.Queue.Duplicates,
            broker.Queue.Renewals,
            broker.Faults,
        });
        routes.MapPut("/simulator/service-bus/faults", static (BrokerFaults faults, AmqpBroker broker) =>
        {
            broker.Set(faults);
            return Results.NoContent();
        });
    }

    private static async Task<IResult> SendAsync(HttpRequest request, AmqpBroker broker)
    {
        if (broker.Faults.IsAway || broker.Faults.IsBusy)
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        if (broker.Faults.DeniesAccess || request.Headers.Authorization.Count == 0)
            return Results.Unauthorized();
        if (broker.Faults.IsFull)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        using var properties = JsonDocument.Parse(request.Headers["BrokerProperties"].FirstOrDefault() ?? "{}");
        broker.Queue.Send(new BrokerMessage
        {
            MessageId = properties.RootElement.TryGetProperty("MessageId", out var id) ? id.GetString() : null,
            ContentType = request.ContentType,
            Body = body.ToArray(),
        });
        return Results.StatusCode(StatusCodes.Status201Created);
    }

    private static object Shown(BrokerMessage message) => new
    {
        message.SequenceNumber,
        message.MessageId,
        message.DeliveryCount,
        IsLocked = message.LockToken is not null,
        Reason = message.Properties.GetValueOrDefault("DeadLetterReason"),
        Body = System.Text.Encoding.UTF8.GetString(message.Body),
    };
}
