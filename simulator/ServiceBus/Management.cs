using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Encoding;

namespace HelpDesk.Simulator.ServiceBus;

/// <summary>Answers to what clients ask beside their links: tokens, renewal of locks, peeking, settling without a link.</summary>
internal static class Management
{
    private const string LockLost = "com.microsoft:message-lock-lost";

    /// <summary>Takes any token, unless access is denied.</summary>
    public static AmqpMessage Token(BrokerFaults faults)
    {
        var reply = AmqpMessage.Create(new Microsoft.Azure.Amqp.Framing.AmqpValue { Value = null });
        reply.ApplicationProperties.Map["status-code"] = faults.DeniesAccess ? 401 : 202;
        reply.ApplicationProperties.Map["status-description"] = faults.DeniesAccess ? "Unauthorized access. 'Send' claim(s) are required to perform this operation." : "Accepted";
        return reply;
    }

    /// <summary>Answers a request to the management node of a queue.</summary>
    public static AmqpMessage Answer(BrokerQueue queue, BrokerFaults faults, AmqpMessage request)
    {
        var asked = request.ValueBody?.Value as AmqpMap ?? [];
        var operation = request.ApplicationProperties.Map["operation"] as string;
        return operation switch
        {
            "com.microsoft:renew-lock" => Renew(queue, faults, asked),
            "com.microsoft:peek-message" => Peek(queue, asked),
            "com.microsoft:update-disposition" => Update(queue, asked),
            _ => Reply(400, new AmqpMap(), "amqp:not-implemented", $"The simulated queue does not know {operation}."),
        };
    }

    private static AmqpMessage Renew(BrokerQueue queue, BrokerFaults faults, AmqpMap asked)
    {
        var until = new List<DateTime>();
        foreach (var token in (Guid[])asked[new MapKey("lock-tokens")])
        {
            if (faults.TakeLockLost() || queue.Renew(token) is not { } moment)
                return Reply(410, new AmqpMap(), LockLost, "The lock supplied is invalid. Either the lock expired, or the message has already been removed from the queue.");
            until.Add(moment.UtcDateTime);
        }

        return Reply(200, new AmqpMap { [new MapKey("expirations")] = until.ToArray() });
    }

    private static AmqpMessage Peek(BrokerQueue queue, AmqpMap asked)
    {
        var found = queue.Peek((long)asked[new MapKey("from-sequence-number")], (int)asked[new MapKey("message-count")]);
        var messages = found.Select(message =>
        {
            using var encoded = BrokerText.Write(message);
            var bytes = encoded.GetPayload().SelectMany(segment => segment).ToArray();
            return new AmqpMap { [new MapKey("message")] = new ArraySegment<byte>(bytes) };
        }).ToList();
        return Reply(messages.Count == 0 ? 204 : 200, new AmqpMap { [new MapKey("messages")] = messages });
    }

    private static AmqpMessage Update(BrokerQueue queue, AmqpMap asked)
    {
        var status = (string)asked[new MapKey("disposition-status")];
        string? Text(string key) => asked.TryGetValue<string>(new MapKey(key), out var text) ? text : null;
        var isHeld = ((Guid[])asked[new MapKey("lock-tokens")]).All(token => status switch
        {
            "completed" => queue.Complete(token),
            "abandoned" => queue.Abandon(token),
            "suspended" => queue.DeadLetter(token, Text("deadletter-reason"), Text("deadletter-description")),
            _ => false,
        });
        return isHeld ? Reply(200, new AmqpMap()) : Reply(410, new AmqpMap(), LockLost, "The lock supplied is invalid.");
    }

    private static AmqpMessage Reply(int status, AmqpMap body, string? condition = null, string? description = null)
    {
        var reply = AmqpMessage.Create(new Microsoft.Azure.Amqp.Framing.AmqpValue { Value = body });
        reply.ApplicationProperties.Map["statusCode"] = status;
        reply.ApplicationProperties.Map["statusDescription"] = description ?? "OK";
        if (condition is not null)
            reply.ApplicationProperties.Map["errorCondition"] = new AmqpSymbol(condition);
        return reply;
    }
}
