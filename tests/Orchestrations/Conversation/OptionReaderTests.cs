using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Stages.Conversation.Questions;

namespace HelpDesk.Orchestrations.Tests.Conversation;

/// <summary>What people write when they are asked to choose.</summary>
public sealed class OptionReaderTests
{
    private static readonly QuestionOption[] Options =
    [
        new("a", "MUC-LT-3301 (MacBook Pro 14)", "laptop portatil computer rechner"),
        new("b", "MUC-LT-4402 (EliteBook 840)", "laptop portatil computer rechner"),
        new("c", "Ipad-Ines (iPad Air)", "tablet tableta"),
        new(QuestionOption.None, "None of these"),
    ];

    [Theory]
    [InlineData("3", "c")]
    [InlineData("#1", "a")]
    [InlineData("Nr. 2 bitte", "b")]
    [InlineData("opción 3", "c")]
    [InlineData("El segundo, gracias", "b")]
    [InlineData("la dernière", "c")]
    [InlineData("das letzte", "c")]
    [InlineData("It is the macbok, thank you", "a")]
    [InlineData("mi tableta", "c")]
    [InlineData("MUC-LT-4402", "b")]
    [InlineData("not the MacBook but the Elitebook", "b")]
    [InlineData("none", QuestionOption.None)]
    [InlineData("keines davon", QuestionOption.None)]
    [InlineData("ninguno", QuestionOption.None)]
    [InlineData("0", QuestionOption.None)]
    public void Reply_ThatMeansOne_IsThatOne(string reply, string expected) => OptionReader.Pick(reply, Options).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("4")]
    [InlineData("1 and 3")]
    [InlineData("the laptop")]
    [InlineData("macbook or ipad")]
    [InlineData("I bought 2 of them three years ago in the first week of May, who knows")]
    [InlineData("[PERSON_1] has it")]
    [InlineData("not the first one")]
    [InlineData("99999999999999999999")]
    [InlineData("\ud83d")]
    public void Reply_ThatIsNotCertain_IsNone(string reply) => OptionReader.Pick(reply, Options).ShouldBeNull();
}
