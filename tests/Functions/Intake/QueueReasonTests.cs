using HelpDesk.Functions.Intake;

namespace HelpDesk.Functions.Tests.Intake;

public sealed class QueueReasonTests
{
    [Fact]
    public void Reason_OfTheBroker_IsTaken() =>
        Of("""{"DeadLetterReason":"MaxDeliveryCountExceeded","DeadLetterErrorDescription":"Ten tries.","Other":1}""")
            .ShouldBe(("MaxDeliveryCountExceeded", "Ten tries."));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"DeadLetterReason":7,"DeadLetterErrorDescription":{}}""")]
    public void Reason_MissingOrMalformed_SaysWhereToLook(string? properties)
    {
        var (reason, description) = Of(properties);

        reason.ShouldBe("gave-up");
        description.ShouldContain("The log of the function 'tickets' says why.");
    }

    [Fact]
    public void Reason_WithoutEndOrNothing_IsCut()
    {
        Of($$"""{"DeadLetterReason":"{{new string('r', 900)}}"}""").Reason.Length.ShouldBe(300);
        QueueReason.Of(new Dictionary<string, object?>(StringComparer.Ordinal)).Reason.ShouldBe("gave-up");
    }

    private static (string Reason, string Description) Of(string? properties) =>
        QueueReason.Of(new Dictionary<string, object?>(StringComparer.Ordinal) { ["ApplicationProperties"] = properties });
}
