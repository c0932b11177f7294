# What the zsh at the terminal does: tells of each word that is offered, and forgets the line. A
# script of this name is found by zsh itself, any other is read.
case ${1:t} in
  _telproof) fpath=("${1:A:h}" $fpath) ;;
esac
autoload -Uz compinit && compinit -u -D
case ${1:t} in
  _telproof) ;;
  *) source "$1" ;;
esac
compadd() {
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then
    builtin compadd "$@"
    return
  fi
  local -a offered
  local word
  builtin compadd -O offered "$@"
  for word in $offered; print -r -- "OFFERED:$word:"
  builtin compadd "$@"
}
tell() {
  zle complete-word
  print DONE:
  zle kill-whole-line
}
zle -N tell
bindkey '^I' tell
print READY:
