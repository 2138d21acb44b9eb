using Microsoft.DurableTask.Client;

namespace HelpDesk.Functions.Durable;

/// <summary>
/// Hands the Durable client of the running function to the product. Functions gives it to a function as a binding only, while what
/// starts and wakes workflows is built by dependency injection: so each function tells it here first.
/// </summary>
public sealed class DurableClients
{
    private readonly AsyncLocal<DurableTaskClient?> _current = new();

    /// <summary>The client of the function that runs.</summary>
    /// <exception cref="InvalidOperationException">The function has no <c>[DurableClient]</c>, or did not tell it.</exception>
    public DurableTaskClient Current =>
        _current.Value ?? throw new InvalidOperationException("No function with a [DurableClient] runs here: add the binding and call Use with it.");

    /// <summary>Tells the client of the function that runs; counts for all that it awaits.</summary>
    public void Use(DurableTaskClient client) => _current.Value = client;
}
